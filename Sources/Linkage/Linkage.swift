// The room Linkage is being furnished.
