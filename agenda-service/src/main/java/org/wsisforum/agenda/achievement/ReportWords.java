package org.wsisforum.agenda.achievement;

import java.util.Map;

import org.wsisforum.kit.text.Language;

/** What the pages of reports say besides what they show, in one language. Unofficial translations. */
record ReportWords(
        String languages,
        String actionLine,
        String goal,
        String sessions,
        String statements,
        String outcomes,
        String contributions,
        String none,
        String from,
        String links,
        String plainText,
        String matrix,
        String matrixNote) {

    private static final Map<Language, ReportWords> ALL = Map.of(
            Language.EN,
            new ReportWords(
                    "Languages",
                    "WSIS Action Line",
                    "Sustainable Development Goal",
                    "Sessions",
                    "Policy statements",
                    "Outcomes",
                    "Contributions to the open consultation",
                    "None yet.",
                    "From",
                    "Read more",
                    "The words are those of whoever held the session or made the contribution.",
                    "WSIS–SDG Matrix",
                    "How many sessions serve an Action Line and a goal. Where the matrix links the two, the number is bold."),
            Language.FR,
            new ReportWords(
                    "Langues",
                    "Grande orientation du SMSI",
                    "Objectif de développement durable",
                    "Sessions",
                    "Déclarations de politique générale",
                    "Résultats",
                    "Contributions à la consultation ouverte",
                    "Aucun élément pour le moment.",
                    "De la part de",
                    "En savoir plus",
                    "Les textes sont ceux des organisateurs des sessions et des auteurs des contributions.",
                    "Matrice SMSI-ODD",
                    "Nombre de sessions consacrées à une grande orientation et à un objectif. Le nombre est en gras lorsque la matrice les relie."),
            Language.ES,
            new ReportWords(
                    "Idiomas",
                    "Línea de Acción de la CMSI",
                    "Objetivo de Desarrollo Sostenible",
                    "Sesiones",
                    "Declaraciones de política",
                    "Resultados",
                    "Contribuciones a la consulta abierta",
                    "Nada por el momento.",
                    "De",
                    "Más información",
                    "Los textos son de quienes organizaron las sesiones y de los autores de las contribuciones.",
                    "Matriz CMSI-ODS",
                    "Número de sesiones dedicadas a una Línea de Acción y a un objetivo. El número aparece en negrita cuando la matriz los vincula."),
            Language.RU,
            new ReportWords(
                    "Языки",
                    "Направление деятельности ВВУИО",
                    "Цель в области устойчивого развития",
                    "Заседания",
                    "Заявления по вопросам политики",
                    "Итоги",
                    "Вклады в открытые консультации",
                    "Пока ничего нет.",
                    "От",
                    "Подробнее",
                    "Тексты принадлежат организаторам заседаний и авторам вкладов.",
                    "Матрица ВВУИО – ЦУР",
                    "Число заседаний, посвященных направлению деятельности и цели. Если матрица их связывает, число выделено."),
            Language.ZH,
            new ReportWords(
                    "语言",
                    "信息社会世界峰会行动方面",
                    "可持续发展目标",
                    "会议",
                    "政策发言",
                    "成果",
                    "公开磋商文稿",
                    "暂无。",
                    "来自",
                    "更多信息",
                    "文字由会议组织者和文稿作者提供。",
                    "信息社会世界峰会与可持续发展目标对照表",
                    "服务于某一行动方面和某一目标的会议数量。对照表将两者相关联时，数字以粗体显示。"),
            Language.AR,
            new ReportWords(
                    "اللغات",
                    "خط عمل القمة العالمية لمجتمع المعلومات",
                    "هدف التنمية المستدامة",
                    "الجلسات",
                    "بيانات السياسة العامة",
                    "النتائج",
                    "المساهمات في المشاورات المفتوحة",
                    "لا شيء بعد.",
                    "من",
                    "للمزيد",
                    "النصوص هي نصوص منظمي الجلسات ومقدمي المساهمات.",
                    "مصفوفة القمة العالمية وأهداف التنمية المستدامة",
                    "عدد الجلسات التي تخدم خط عمل وهدفاً معاً. ويظهر الرقم بخط عريض حيثما تربط المصفوفة بينهما."));

    static ReportWords in(Language language) {
        return ALL.get(language);
    }
}
