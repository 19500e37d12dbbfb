"""What is done with versions that stand: issue one, prove it, tell what changed since, bring an edited one home."""
