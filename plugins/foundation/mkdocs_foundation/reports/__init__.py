"""What authors are told: messages, problems with their places, and how both are shown."""
