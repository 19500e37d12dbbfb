"""The house's plugins: one file, one plugin; a file put here is found by itself."""
