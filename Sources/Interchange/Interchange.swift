// The room Interchange is being furnished.
