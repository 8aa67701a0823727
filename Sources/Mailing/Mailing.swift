// The room Mailing is being furnished.
