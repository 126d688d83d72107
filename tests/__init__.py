"""What keeps the handbook true."""
