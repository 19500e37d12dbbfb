"""Assembly: filled text and the shell -> the parts of one Word document, every mark replaced."""
