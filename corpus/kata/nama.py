"""Names of invented persons, composed of common given names."""

LAKI = ["Adi", "Agus", "Ahmad", "Andi", "Anton", "Arif", "Asep", "Aziz", "Bagus", "Bambang", "Bayu", "Budi", "Cahyo", "Candra", "Darma", "Dedi", "Dimas", "Doni", "Edi", "Eko", "Fajar", "Farhan", "Feri", "Gilang", "Guntur", "Hadi", "Hasan", "Hendra", "Heru", "Iksan", "Ilham", "Imam", "Indra", "Irfan", "Irwan", "Jaka", "Joko", "Kurnia", "Lukman", "Made", "Mulyadi", "Nanang", "Nur", "Oka", "Pandu", "Putra", "Rahmat", "Rizal", "Rudi", "Saiful", "Satria", "Sigit", "Slamet", "Surya", "Taufik", "Teguh", "Tono", "Umar", "Wahyu", "Wawan", "Wisnu", "Yanto", "Yoga", "Yudi", "Zainal"]  # fmt: skip
PEREMPUAN = ["Ani", "Ayu", "Citra", "Dewi", "Dian", "Dina", "Eka", "Elis", "Endang", "Erna", "Fatma", "Fitri", "Gita", "Hana", "Ida", "Indah", "Intan", "Kartika", "Lestari", "Lia", "Lina", "Maya", "Mega", "Mira", "Nani", "Nia", "Nisa", "Novi", "Nurul", "Puspa", "Putri", "Rani", "Ratna", "Rina", "Rini", "Rosa", "Santi", "Sari", "Sinta", "Siti", "Sri", "Susi", "Tari", "Tika", "Tuti", "Ulfa", "Vera", "Wati", "Winda", "Wulan", "Yanti", "Yuni", "Yuliana", "Zahra"]  # fmt: skip
BELAKANG = ["Adiputra", "Anggoro", "Basri", "Cahyadi", "Damanik", "Effendi", "Fadilah", "Firmansyah", "Gunadi", "Hakim", "Halim", "Hamdani", "Hartono", "Hidayat", "Irawan", "Iskandar", "Kusnadi", "Kusuma", "Lubis", "Mahendra", "Manurung", "Maulana", "Muliawan", "Nasir", "Nasution", "Nugraha", "Pambudi", "Permana", "Prabowo", "Prakoso", "Pranata", "Prasetya", "Purnama", "Rahardja", "Ramadhan", "Rangkuti", "Saputra", "Saragih", "Setiawan", "Siregar", "Subagja", "Sudrajat", "Sugiarto", "Suharto", "Sukardi", "Supriadi", "Suryana", "Susanto", "Syahputra", "Tanjung", "Tarigan", "Utama", "Wahid", "Wardana", "Wibisono", "Wicaksono", "Wijaya", "Winarno", "Yulianto", "Zulkarnain"]  # fmt: skip
BELAKANG_PEREMPUAN = ["Agustina", "Amalia", "Andriani", "Anggraini", "Apriliani", "Astuti", "Cahyani", "Damayanti", "Febriani", "Handayani", "Hapsari", "Hasanah", "Herawati", "Kusumawati", "Lestari", "Maharani", "Marlina", "Maulida", "Mulyani", "Ningsih", "Novianti", "Nuraini", "Oktaviani", "Permatasari", "Pratiwi", "Purnamasari", "Puspitasari", "Rahayu", "Rahmawati", "Safitri", "Salsabila", "Sartika", "Setyowati", "Suryani", "Susanti", "Utami", "Wahyuni", "Wardhani", "Widyastuti", "Wulandari", "Yulianti"]  # fmt: skip
GELAR = {
    "S3": (("Dr. ", ", S.H., M.H."), ("Dr. ", ", M.Si."), ("Dr. ", ", S.E., M.M.")),
    "S2": (("", ", S.Sos., M.Si."), ("", ", S.E., M.M."), ("", ", S.H., M.H."), ("", ", S.STP., M.Si."), ("", ", S.IP, M.AP"), ("Drs. ", ", M.M.")),
    "S1": (("", ", S.H."), ("", ", S.E."), ("", ", S.Sos."), ("", ", S.IP"), ("", ", S.Kom."), ("", ", SE"), ("", ", SH"), ("", ", S.AP"), ("", ", S.T.")),
    "D4": (("", ", S.Tr.IP"), ("", ", S.ST")),
    "D3": (("", ", A.Md."), ("", ", A.Md"), ("", ", A.Md.Kom.")),
}  # fmt: skip
"""Titles before and after the name by education."""

PENDIDIKAN = {
    "S3": ("S3", "S-3", "S3"),
    "S2": ("S2", "S-2", "S.2"),
    "S1": ("S1", "S-1", "S.1"),
    "D4": ("D4", "D-IV", "D.IV"),
    "D3": ("D3", "D-III", "D.III"),
    "SMA": ("SMA", "SLTA", "SMA"),
    "SMP": ("SMP", "SLTP", "SMP"),
}
"""Education as three manners of writing print it."""

TEMPAT_A = [
    "Tanjung",
    "Muara",
    "Sungai",
    "Bukit",
    "Kuala",
    "Padang",
    "Batu",
    "Rantau",
    "Teluk",
    "Ujung",
    "Sumber",
    "Karang",
    "Lubuk",
    "Pulau",
    "Suka",
]
TEMPAT_B = [
    "Asri",
    "Raya",
    "Baru",
    "Indah",
    "Jaya",
    "Makmur",
    "Mulya",
    "Rejo",
    "Sari",
    "Hulu",
    "Hilir",
    "Lestari",
    "Damai",
    "Agung",
    "Putih",
]
