"""Assembly: filled text and the house file -> the parts of one Word document, every mark replaced."""
