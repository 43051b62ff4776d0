"""What a person can do with the diary. May not import Qt, charts or views, or write SQL."""
