// The SDK takes a stack trace, mapped to its sources, for every promise that a workflow makes. One frame says where.
Error.stackTraceLimit = 1;
