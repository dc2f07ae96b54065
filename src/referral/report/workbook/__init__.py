"""The coverage as a workbook for sorting and filtering; its cells hold words and numbers, never a formula or a link."""

from referral.report.workbook.write import write_workbook

__all__ = ["write_workbook"]
