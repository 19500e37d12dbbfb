"""The house's plugins: each one file, or a package where it has several jobs."""
