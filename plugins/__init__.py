"""The house's plugins: one file, one plugin."""
