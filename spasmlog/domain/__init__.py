"""What a back-pain diary is. May not import anything but the standard library and our leaves."""
