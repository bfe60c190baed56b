"""Reads each page of a list with pandas.read_html in two processes, as somebody with a folder of reports would."""
import multiprocessing
import sys

import pandas

REPORT_WORDS = "尚未审结|第二十条|结转下年度"


def read(path):
    try:
        return len(pandas.read_html(path, match=REPORT_WORDS, flavor="lxml", encoding="utf-8"))
    except ValueError:  # no table holds the words
        return 0


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as paths, multiprocessing.Pool(2) as pool:
        pool.map(read, paths.read().split("\n")[:-1], chunksize=8)
