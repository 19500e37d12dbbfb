"""A finished Word document -> what keeps it from being valid, safe and accessible."""
