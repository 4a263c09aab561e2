"""A built site as a folder that is opened from the disk, and what a branch has changed in it."""
