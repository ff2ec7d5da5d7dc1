"""Word documents (Office Open XML, ECMA-376): the parts of the zip, their XML, and the text that people see."""
