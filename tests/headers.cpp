// Nothing: the target sawt_test_headers is there for its parsed headers.
