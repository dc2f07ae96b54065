"""The program's version, stated once; read by the build too, and cheap to import."""

VERSION = "0.1.0"
