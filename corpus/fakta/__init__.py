"""A body and its years as facts that agree with each other; nothing here says how they are printed."""
