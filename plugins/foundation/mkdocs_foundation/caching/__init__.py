"""What is made once and kept: stores on disk, results of functions, and what each result depends on."""
