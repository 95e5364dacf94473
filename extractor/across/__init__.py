"""Several reports side by side: what each offers to the others, which are compared, and the findings that follow."""
