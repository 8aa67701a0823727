// The room FrontDesk is being furnished.
