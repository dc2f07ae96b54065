"""Timestamps verified offline: what they prove is that bits were there at a moment, and nothing else."""
