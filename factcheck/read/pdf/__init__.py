"""PDF: characters with their boxes → words → segments → columns → paragraphs → text in reading order."""
