"""The SQLite file. The only place that knows SQL; may not import anything above the domain."""
