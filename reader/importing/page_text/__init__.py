"""Page text and Markdown: pages as e-papers print them, and CommonMark documents."""
