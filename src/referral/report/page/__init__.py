"""The coverage as one page to work in: self-contained, without network, readable without its script."""

from referral.report.page.write import write_page

__all__ = ["write_page"]
