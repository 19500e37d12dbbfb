"""Setting: what a page says, as paragraphs, lists, tables and pictures of Word, counted for one document."""
