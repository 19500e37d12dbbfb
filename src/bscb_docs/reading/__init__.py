"""A board folder as typed records and findings; the only room that knows openpyxl."""
