"""Files in and out. May not see Qt, SQL, charts or the journal; a file is taken in whole or not."""
