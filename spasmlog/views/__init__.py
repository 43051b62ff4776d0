"""What each page shows, worked out without Qt; may not write, draw or know a widget."""
