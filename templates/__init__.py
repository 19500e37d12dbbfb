"""The Word templates: the shell house.docx, and one file a section."""
