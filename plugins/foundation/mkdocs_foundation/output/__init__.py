"""What a built site consists of beside pages: scripts, styles, addresses."""
