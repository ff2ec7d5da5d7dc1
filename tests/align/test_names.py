"""Sameness of names: what must be one, what must never be one, and what stays open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.align.names import compare_names, is_spelling_variant
from factcheck.model import Category, Sameness

PERSON, ORGANISATION, PLACE = Category.PERSON, Category.ORGANISATION, Category.PLACE

_SAME = [
    ("Kim Jong Un", "Kim Jong-un", PERSON),
    ("KIM JONG UN", "Kim Jong Un", PERSON),
    ("Bill Clinton", "William Clinton", PERSON),
    ("Bill Clinton", "William J. Clinton", PERSON),
    ("Antonín Dvořák", "Antonin Dvorak", PERSON),
    ("Dvorak, Antonin", "Antonín Dvořák", PERSON),
    ("Volodymyr Zelensky", "Vladimir Zelenskyy", PERSON),
    ("Сергей Лавров", "Sergey Lavrov", PERSON),
    ("Natsuko Higuchi", "Higuchi Natsuko", PERSON),
    ("Mohammed al-Sudani", "Muhammad Al Sudani", PERSON),
    ("U.S. President Barack Obama", "Obama", PERSON),
    ("Ursula von der Leyen", "von der Leyen", PERSON),
    ("Mr Obama", "Barack Obama", PERSON),
    ("Yoon Seok-yeol", "Yun Suk Yol", PERSON),
    ("Kim Chong-un", "Kim Jong Un", PERSON),
    ("Song Jun-ho", "Joon-ho Song", PERSON),
    ("김정은", "Kim Jong Un", PERSON),
    ("Mao Tse-tung", "Mao Zedong", PERSON),
    ("Hsi Chin-ping", "Xi Jinping", PERSON),
    ("Teng Hsiao-p'ing", "Deng Xiaoping", PERSON),
    ("Tsui Tien-kai", "Cui Tiankai", PERSON),
    ("あべ しんぞう", "Shinzo Abe", PERSON),
    ("バラク・オバマ", "Barack Obama", PERSON),
    ("Ohtani Shohei", "Shohei Otani", PERSON),
    ("Moammar Qaddafi", "Muammar Gaddafi", PERSON),
    ("'Abd al-Aziz al-Nuristani", "Abdul Aziz Nooristani", PERSON),
    ("باراك أوباما", "Barack Obama", PERSON),
    ("Mahmoud Ahmadi Nejad", "Mahmoud Ahmadinejad", PERSON),
    ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis", PERSON),
    ("Александар Вучић", "Aleksandar Vučić", PERSON),
    ("მიხეილ სააკაშვილი", "Mikheil Saakashvili", PERSON),
    ("Բարակ Օբամա", "Barak Obama", PERSON),
    ("Sergejs Lavrovs", "Sergey Viktorovich Lavrov", PERSON),
    ("Olaf Scholze", "Olaf Scholz", PERSON),
    ("Ig0r Sech1n", "Igor Sechin", PERSON),
    ("JC Juncker", "Jean-Claude Juncker", PERSON),
    ("V. V. Putin", "Vladimir Vladimirovich Putin", PERSON),
    ("Roh Moo-hyun", "No Mu-hyeon", PERSON),
    ("King Charles III", "Charles III", PERSON),
    ("Jinping Xi", "Xi Jinping", PERSON),
    ("Mahatma Gandhi", "Mohandas Gandhi", PERSON),
    ("Giorgos Papandreou", "George Papandreou", PERSON),
    ("Ebrahim Raisi", "Ibrahim Raisi", PERSON),
    ("Zaha Hadid", "Zaha Mohammad Hadid DBE RA", PERSON),
    ("Dost Mohammad", "Dost Mohammad Khan Haqqani", PERSON),
    ("John Smith Jr.", "John Smith", PERSON),
    ("DPRK", "North Korea", PLACE),
    ("Kiev", "Kyiv", PLACE),
    ("Taipei", "Taipei City", PLACE),
    ("St. Petersburg", "Saint Petersburg", PLACE),
    ("EU", "European Union", ORGANISATION),
    ("World Health Organisation", "WHO", ORGANISATION),
    ("Northern Fisheries Council", "NFC", ORGANISATION),
    ("Veltmann Optics GmbH", "Veltmann Optics", ORGANISATION),
    ("Harvard", "Harvard University", ORGANISATION),
]
_DIFFERENT = [
    ("Kim Jong Un", "Kim Jong Il", PERSON),
    ("Kim Jong Un", "Kim Yong Hyun", PERSON),
    ("George H. W. Bush", "George W. Bush", PERSON),
    ("John Smith Jr.", "John Smith Sr.", PERSON),
    ("Mr Obama", "Mrs Obama", PERSON),
    ("Raúl Castro", "Fidel Castro", PERSON),
    ("Li Qiang", "Li Keqiang", PERSON),
    ("George Bush", "Jeb Bush", PERSON),
    ("Henry VII", "Henry VIII", PERSON),
    ("Elizabeth I", "Elizabeth II", PERSON),
    ("Andreas Papandreou", "George Papandreou", PERSON),
    ("Bill Clinton", "Hillary Clinton", PERSON),
    ("Ali Khamenei", "Mojtaba Khamenei", PERSON),
    ("Mrs Obama", "Barack Obama", PERSON),
    ("Mr Obama", "Michelle Obama", PERSON),
    ("Daniel Smith", "Danielle Smith", PERSON),
    ("김정은", "김정일", PERSON),
    ("김정은", "Kim Jong Il", PERSON),
    ("Lin Dan", "Lin Tan", PERSON),
    ("Al-Noor in Iraq", "Al-Noor in Yemen", ORGANISATION),
    ("Mario Conti", "Maria Conti", PERSON),
    ("Salman bin Muhammad", "Muhammad bin Salman", PERSON),
    ("North Korea", "South Korea", PLACE),
    ("Sudan", "South Sudan", PLACE),
    ("Estonia", "Ethiopia", PLACE),
    ("Government of Estonia", "Government of Ethiopia", ORGANISATION),
    ("Brigade 44", "Brigade 45", ORGANISATION),
]
_UNSURE = [
    ("Michael Flynn", "Michael Glynn", PERSON),
    ("Lee Seok-min", "Lee Sul Min", PERSON),
    ("Lee Jun-ho", "Lee Jung-ho", PERSON),
    ("Zhang Wei", "Chang Wei", PERSON),
    ("Johann", "Johann II", PERSON),
    ("Li Na", "Li Ning", PERSON),
    ("Marine Le Pen", "Jean-Marie Le Pen", PERSON),
    ("Friedrich Hans", "Hans Friedrich", PERSON),
    ("Anna", "Anna and Olga Lind", PERSON),
    ("Mexico", "Mexico City", PLACE),
    ("Ruritania", "Ruritanian", PLACE),
]
_VARIANTS = [
    ("Rosa Quintero", "Rosa Kintero"),
    ("Harlan Brandvold", "Harlan Brandvald"),
    ("Yelena Karpova", "Elena Karpova"),
    ("Lee Seok-min", "Lee Suk Min"),
    ("Ruslan Dzhabrailov", "Ruslan Djabrailow"),
    ("Hamdi al-Masry", "Hamdy Elmasri"),
]
_NO_VARIANTS = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Rosa Quintero", "Rosa Quintero"),
    ("Rosa Quintero", "Pablo Quintero"),
    ("Michael Flynn", "Michael Glynn"),
    ("Anton Berger", "Anton Lindner"),
    ("Olga Brandt", "Brandt"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Wang Yi", "Wang Yang"),
]


@pytest.mark.parametrize(("a", "b", "category"), _SAME)
def test_same(a: str, b: str, category: Category) -> None:
    assert compare_names(a, b, category).sameness is Sameness.SAME


@pytest.mark.parametrize(("a", "b", "category"), _DIFFERENT)
def test_different(a: str, b: str, category: Category) -> None:
    assert compare_names(a, b, category).sameness is Sameness.DIFFERENT


@pytest.mark.parametrize(("a", "b", "category"), _UNSURE)
def test_unsure(a: str, b: str, category: Category) -> None:
    assert compare_names(a, b, category).sameness is Sameness.UNSURE
    assert not is_spelling_variant(a, b, category) or category is PERSON


@pytest.mark.parametrize(("a", "b"), _VARIANTS)
def test_spelling_variants(a: str, b: str) -> None:
    assert is_spelling_variant(a, b)


@pytest.mark.parametrize(("a", "b"), _NO_VARIANTS)
def test_no_spelling_variants(a: str, b: str) -> None:
    assert not is_spelling_variant(a, b)


_PIECES = [
    "kim",
    "jong",
    "un",
    "il",
    "al-",
    "van",
    "J.",
    "Mr",
    "Sr",
    "ii",
    "Smith",
    "Sмит",
    "é",
    "-",
    ",",
    "王",
    "of",
    "4",
]
_NAMES = st.lists(st.sampled_from(_PIECES), max_size=6)


@given(_NAMES, _NAMES, st.sampled_from(Category))
def test_comparison_is_symmetric(a: list[str], b: list[str], category: Category) -> None:
    left, right = " ".join(a), " ".join(b)
    assert compare_names(left, right, category) == compare_names(right, left, category)
    assert is_spelling_variant(left, right, category) == is_spelling_variant(right, left, category)


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(Category))
def test_any_text_can_be_compared(a: str, b: str, category: Category) -> None:
    assert 0.0 <= compare_names(a, b, category).similarity <= 1.0
