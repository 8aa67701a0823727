// The room Typesetting is being furnished.
