// The room XML is being furnished.
