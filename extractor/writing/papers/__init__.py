"""What the auditor's workbook and page have in common: calculations, the cells of the evidence, proposals in words."""
