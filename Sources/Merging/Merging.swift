// The room Merging is being furnished.
