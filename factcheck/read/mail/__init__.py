"""Messages (RFC 5322 and MIME): their headers, the parts that hold text, and what of a text others wrote before."""
