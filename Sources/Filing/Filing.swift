// The room Filing is being furnished.
