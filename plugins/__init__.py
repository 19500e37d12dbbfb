"""The house's plugins: one file, one plugin; each is registered as a stranger's would be."""
