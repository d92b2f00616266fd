"""Documents of the kinds whose parsers need most of a runtime: fonts and images, code pages, mail, sheets."""

import base64
import io
import zipfile
import zlib


def pdf(words):
    """A page with a line in a standard font and a compressed image."""
    page = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET q 50 0 0 50 72 600 cm /I1 Do Q".encode()
    image = zlib.compress(b"\x80" * 16 * 16 * 3)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</I1 6 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/XObject/Subtype/Image/Width 16/Height 16/ColorSpace/DeviceRGB/BitsPerComponent 8"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(image), image),
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()


def eml(words):
    return (f"From: Ann <ann@example.com>\r\nTo: bob@example.com\r\nSubject: Terms\r\nMIME-Version: 1.0\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n").encode() + \
        base64.encodebytes(words.encode()).replace(b"\n", b"\r\n")


def from_office(jar, name):
    """A file that Office wrote, from the library that the tests take theirs from."""
    with zipfile.ZipFile(jar) as files:
        return files.read("test-documents/" + name)


def all_kinds(jar):
    """Name, content, and words that its text must hold."""
    japanese = "本契約は二〇二五年四月一日に発効し、期間は三年とする。乙は甲の秘密情報を第三者に開示してはならない。"
    return [
        ("agreement.pdf", pdf("This agreement takes effect on 1 April 2025."), "takes effect on 1 April 2025"),
        ("pictures.docx", from_office(jar, "testWORD_3imgs.docx"), "quick brown fox"),
        ("numbers.xls", from_office(jar, "testEXCEL.xls"), "Numbers and their Squares"),
        ("terms.eml", eml("The price is EUR 4,500 — payable within 30 days."), "payable within 30 days"),
        ("contract.txt", japanese.encode("shift_jis"), "秘密情報"),
    ]
