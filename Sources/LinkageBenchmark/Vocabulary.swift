import Foundation

/// The words of which client files are made.
struct Vocabulary {
    var families: [String]
    var men: [String]
    var women: [String]
    var streets: [String]
    var towns: [(postcode: String, name: String)]

    init(dice: inout Dice, size: Int) {
        let makers = max(3000, min(size / 8, 60_000))
        var seen = Set(Self.commonFamilies)
        var families = Self.commonFamilies
        while families.count < makers {
            let name = Self.name(&dice)
            if seen.insert(name).inserted { families.append(name) }
        }
        self.families = families
        men = Self.words(Self.menText)
        women = Self.words(Self.womenText)
        var names = Self.words(Self.streetText)
        for _ in 0..<4000 { names.append("de " + dice.pick(families)) }
        streets = names.enumerated().map { place, name in
            let kind = ["rue", "rue", "rue", "avenue", "chemin", "boulevard", "impasse", "allée"][place % 8]
            return kind + " " + name.replacingOccurrences(of: "_", with: " ")
        }
        towns = (0..<6000).map { _ in
            let department = 1 + dice.below(95)
            let code = department * 1000 + dice.below(100) * 10
            let ending = dice.pick([
                "", "", "-sur-Mer", "-les-Bains", "-la-Forêt", "-sur-Loire", "ville", "court", "ac",
            ])
            return (String(repeating: "0", count: 5 - String(code).count) + String(code), Self.name(&dice) + ending)
        }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func name(_ dice: inout Dice) -> String {
        let starts = words(
            "Ba Be Bo Bou Bra Ca Cha Che Co Cou Da De Du Fa Fau Fe Fo Fra Ga Gau Ge Gi Gou Gra Ha Hé Jo La Le Lo Ma Mé Mo Mou Na No Pa Pe Pi Plou Po Qué Ra Ré Ro Rou Sa Se Si So Ta Te Thi To Va Ve Vi"
        )
        let middles = words("bi lla ra ri llo ne mi sse tte va che gui ro lé cha di bou nna rre li to rdi llé nge mbe")
        let ends = words("rd t ult n nd ux c lle tte l x r nt rt ic ec au eau ier on in et ot as ès oux oin ais")
        return dice.pick(starts) + (dice.hits(0.6) ? dice.pick(middles) : "")
            + (dice.hits(0.3) ? dice.pick(middles) : "") + dice.pick(ends)
    }

    private static let commonFamilies = words(
        """
        Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier
        Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure Mercier Blanc Guérin Boyer Garnier Chevalier François
        Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie
        """)
    private static let menText = """
        Jean Pierre Michel André Philippe Alain Bernard Patrick Jacques Christophe Nicolas Daniel Laurent Gérard Thierry Frédéric Christian
        Claude Éric Stéphane Julien Olivier Pascal David Sébastien Thomas Guillaume François Alexandre Didier Gilles Bruno Vincent Marc
        Antoine Maxime Serge Dominique Hervé Jérôme Benoît Denis Romain Yves Mathieu Paul Louis Lucas Hugo Théo Nathan Enzo Gabriel Arthur
        Jules Raphaël Adam Léo Ethan Noah Sacha Tom Clément Quentin Kévin Florian Anthony Cédric Fabrice Franck Ludovic Xavier Roger Marcel
        Henri René Robert Guy Georges Maurice Raymond Lucien Émile Fernand Albert Eugène Gaston Léon Jean-Pierre Jean-Paul Jean-Claude
        Jean-Luc Jean-Marc Jean-François Yann Erwan Loïc Gaël Ronan Malo Titouan Baptiste Simon Samuel Victor Valentin Tristan Corentin
        """
    private static let womenText = """
        Marie Monique Françoise Isabelle Catherine Nathalie Sylvie Jacqueline Anne Martine Christine Valérie Sophie Sandrine Nicole Véronique
        Céline Stéphanie Chantal Patricia Brigitte Julie Aurélie Florence Christiane Dominique Annie Laurence Virginie Émilie Michèle Caroline
        Hélène Camille Claire Élodie Corinne Sarah Pauline Laura Léa Manon Emma Chloé Inès Jade Louise Alice Lola Anna Juliette Lucie Mathilde
        Charlotte Margaux Clara Océane Marine Mélanie Audrey Delphine Karine Sabrina Vanessa Jeanne Germaine Suzanne Marguerite Madeleine
        Yvonne Simone Denise Paulette Odette Andrée Lucienne Marcelle Renée Hélène Thérèse Colette Geneviève Ginette Gisèle Josiane Danielle
        Marie-Claude Marie-Christine Anne-Marie Anne-Sophie Maëlle Gwenaëlle Solène Noémie Éloïse Adèle Rose Agathe Romane Zoé Eva Nina
        """
    private static let streetText = """
        de_la_Gare de_l'Église du_Moulin Victor_Hugo Pasteur Jean_Jaurès du_Stade de_la_Mairie des_Lilas de_Verdun des_Écoles du_Château
        du_8_Mai_1945 du_11_Novembre Jules_Ferry de_la_Fontaine de_la_Paix des_Roses Saint-Martin du_Général_de_Gaulle du_Maréchal_Foch
        de_la_République des_Peupliers du_Lavoir de_Bellevue des_Acacias de_la_Croix des_Vignes de_la_Plage du_Port Émile_Zola Voltaire
        """
}
