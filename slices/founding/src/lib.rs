//! The founding of a cooperative: the path from an idea to the register.

#![cfg_attr(not(test), expect(dead_code, reason = "the pages of the path come with the path itself"))]

mod statutes;
