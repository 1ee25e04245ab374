CREATE TABLE later (n integer);
